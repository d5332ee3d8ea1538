declare const brand: unique symbol;
type Branded<Name extends string> = string & { readonly [brand]: Name };

/**
 * Identity of one channel, as Asterisk or whoever originated the call wrote it.
 *
 * Usually `[systemname-]epoch.counter`, but AMI and ARI may assign any string,
 * so an id is only ever compared for equality: never ordered, parsed or cut.
 */
export type Uniqueid = Branded<'Uniqueid'>;

/** The uniqueid of the oldest channel among those Asterisk linked. It may change during a channel's life. */
export type Linkedid = Branded<'Linkedid'>;
