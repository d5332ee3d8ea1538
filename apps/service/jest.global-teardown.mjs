export default async function stop() {
  await globalThis.callstitchPostgres?.close();
}
