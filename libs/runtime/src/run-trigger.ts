/** Who asked, as it is recorded; the command unless said otherwise. */
export interface RunTrigger {
  readonly trigger?: string;
}

/** What is recorded of who asked. */
export function askedBy({ trigger }: { readonly trigger: string | undefined }): RunTrigger {
  return trigger === undefined ? {} : { trigger };
}
