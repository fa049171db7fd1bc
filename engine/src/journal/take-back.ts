/** Of a row of trueup.runs: all of its steps are done, be it that nobody has heard of its end. */
export const isWhole = `(catalog_after IS NOT NULL
  OR NOT EXISTS (SELECT FROM trueup.steps WHERE run = runs.id AND steps.state <> 'done'))`

/**
 * What a run has taken back is undone; where that was an undo, what it had taken back is there again as it was, whole
 * or half done.
 * @param run a condition that holds for this run alone
 */
export function takeBack(run: string): string {
  const undone = `SELECT unnest(undoes) FROM trueup.runs WHERE ${run}`
  return `UPDATE trueup.runs SET state = CASE WHEN ${isWhole} THEN 'done' ELSE 'failed' END
      WHERE state = 'undone' AND id < (SELECT min(each) FROM (${undone}) AS u (each))
      AND id IN (SELECT unnest(undoes) FROM trueup.runs WHERE id IN (${undone}));
    UPDATE trueup.runs SET state = 'undone' WHERE id IN (${undone});`
}
