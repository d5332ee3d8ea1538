/** The account that a server runs as. */
export interface Account {
  readonly name: string;
  readonly uid: number;
  readonly gid: number;
}

export interface ServerAccountQuestion {
  readonly uid: number;
  /** The text of /etc/passwd. */
  readonly passwd: string;
  /** Who owns the cluster, when there is one already. */
  readonly clusterOwner: { readonly uid: number; readonly gid: number } | null;
}

const NAMES = ['postgres', 'nobody'];

/**
 * Root may not run PostgreSQL, so it borrows an account that exists: the cluster's owner, else
 * postgres, else nobody. Null means: as whoever we are. Accounts are never made.
 */
export function serverAccount({ uid, passwd, clusterOwner }: ServerAccountQuestion): Account | null {
  if (uid !== 0) return null;
  const known = accounts(passwd);
  if (clusterOwner && clusterOwner.uid !== 0) {
    return { name: known.find((account) => account.uid === clusterOwner.uid)?.name ?? `user ${clusterOwner.uid}`, ...clusterOwner };
  }
  const account = NAMES.map((name) => known.find((candidate) => candidate.name === name && candidate.uid !== 0)).find(Boolean);
  if (account) return account;
  throw new Error(
    'PostgreSQL does not run as root, and there is no account "postgres" or "nobody" to run it as. ' +
      'Start the program as an ordinary user, add one of the two, or set DATABASE_URL.',
  );
}

function accounts(passwd: string): Account[] {
  return passwd.split('\n').flatMap((line) => {
    const [name = '', , uid = '', gid = ''] = line.split(':');
    return /^\d+$/.test(uid) && /^\d+$/.test(gid) ? [{ name, uid: Number(uid), gid: Number(gid) }] : [];
  });
}
