/** Freezes plain objects, arrays and instances all the way down. Maps, Sets and Dates keep their content settable: JavaScript has no freeze for them. */
export function deepFreeze<Value>(value: Value): Value {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value;
  const inside: readonly unknown[] = value instanceof Map ? [...value.values()] : Object.values(value);
  Object.freeze(value);
  inside.forEach(deepFreeze);
  return value;
}
