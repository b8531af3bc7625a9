/** Who has to say who they are, and to whom. */
export interface Authentication {
  readonly milvus: MilvusAuthentication;
  readonly pulsar: PulsarAuthentication;
  readonly etcd: EtcdAuthentication;
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

export interface EtcdAuthentication {
  /** Whether everybody who calls etcd shows a user and a password. */
  readonly enabled: boolean;
  /** Whether an etcd of ours asks for them; false while a running environment is switched over. */
  readonly enforced: boolean;
}
