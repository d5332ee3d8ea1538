/** What is wrong with a value, in the words of the REST contract. */
export interface Fault {
  readonly message: string;
  readonly constraint_id: 'type' | 'required' | 'not_null' | 'enum' | 'range' | 'regex' | 'length';
  readonly constraint: unknown;
}

/** One object for a wrong type, a list for a value that is not allowed, by position for the parts of a list. */
export type Faults = Fault | readonly Fault[] | Readonly<Record<string, Fault>>;

export type Reading<Value> = { readonly value: Value } | { readonly faults: Faults };

/** Reads a parameter, and describes what it takes for the documentation (a JSON schema). */
export interface Reader<Value> {
  read(raw: unknown): Reading<Value>;
  readonly schema: Readonly<Record<string, unknown>>;
}

export const typeFault = (constraint: string, message: string): Fault => ({ message, constraint_id: 'type', constraint });
