/** Who has to say who they are, and to whom. */
export interface Authentication {
  readonly milvus: MilvusAuthentication;
}

export interface MilvusAuthentication {
  readonly enabled: boolean;
  /** Users who change passwords of others without the old one. */
  readonly superUsers: readonly string[];
}
