/**
 * Where the outlines (us-atlas, 2017) and the table of counties (2020) differ: Alaska's Valdez-Cordova was split in 2019.
 * American Samoa's Swains Island is in no outline either, but no territory is.
 */

/** Chugach and Copper River, which the outlines have as one. */
export const drawnTogether = ['02063', '02066'];

const valdezCordova = '02261';

/** The counties of the table that an outline stands for. */
export const countiesOfOutline = (outline: string): readonly string[] =>
  outline === valdezCordova ? drawnTogether : [outline];
