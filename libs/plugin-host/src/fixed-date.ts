/** A Date that cannot be set. `Object.freeze` leaves a Date's setters working, and one tagger must not change the call of the next. */
export class FixedDate extends Date {}

for (const name of Object.getOwnPropertyNames(Date.prototype).filter((key) => key.startsWith('set'))) {
  Object.defineProperty(FixedDate.prototype, name, {
    value: () => {
      throw new TypeError('a plugin cannot change a call');
    },
  });
}
