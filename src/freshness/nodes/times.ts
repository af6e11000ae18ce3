/** How long processes trust and wait for each other, in milliseconds. */

/** So long after it asked for changes a process answers from memory. Who writes waits no longer than that for one that is silent. */
export const leaseMs = 3_000;

/** What two clocks may differ by within a lease. */
export const marginMs = 100;

/** How often a lease is renewed. */
export const renewMs = 500;

/** How often a process asks whether there is anything new while nobody could tell it. */
export const askMs = 100;

/** How often a writer looks into the database whether the others have heard. */
export const lookMs = 25;
