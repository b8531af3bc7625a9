const CREDENTIAL = /TOKEN|SECRET|PASSW|PASSPHRASE|CREDENTIAL|(?:ACCESS|API|AUTH|PRIVATE|ACCOUNT)_?KEY/i;

/** The variables of a program that needs no credentials: everything but those whose names say that they hold one. */
export function withoutCredentials(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(env).filter(([name]) => !CREDENTIAL.test(name)));
}
