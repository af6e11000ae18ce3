/** Why something cannot be exported, in plain words. */
export class ExportProblem extends Error {
  override name = 'ExportProblem';
}
