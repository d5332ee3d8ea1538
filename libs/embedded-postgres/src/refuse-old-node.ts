/** The first with SQLite, whose lock the keeper needs. */
const FIRST = [22, 13] as const;

/** Says which Node the keeper needs, and where there is one; everything else runs on older ones too. */
export function refuseOldNode(version: string): void {
  const [major = 0, minor = 0] = version.replace(/^v/, '').split('.').map(Number);
  if (major > FIRST[0] || (major === FIRST[0] && minor >= FIRST[1])) return;
  throw new Error(
    `The PostgreSQL on board needs Node ${FIRST.join('.')} or newer, and this is Node ${version.replace(/^v/, '')}. ` +
      'npm has brought a newer one, which npx takes (npx callstitch …); or set DATABASE_URL.',
  );
}
