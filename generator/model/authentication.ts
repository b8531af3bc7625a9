/** Who has to say who they are, and to whom. */
export interface Authentication {
  readonly milvus: MilvusAuthentication;
  readonly pulsar: PulsarAuthentication;
}

export interface MilvusAuthentication {
  readonly enabled: boolean;
  /** Users who change passwords of others without the old one. */
  readonly superUsers: readonly string[];
}

export interface PulsarAuthentication {
  /** Whether everybody who calls Pulsar shows a token. */
  readonly enabled: boolean;
  /** Whether a Pulsar of ours asks for it; false while a running environment is switched over. */
  readonly enforced: boolean;
}
