/** Of a row of trueup.runs: all of its steps are done, be it that nobody has heard of its end. */
export const isWhole = `(catalog_after IS NOT NULL
  OR NOT EXISTS (SELECT FROM trueup.steps WHERE run = runs.id AND steps.state <> 'done'))`

/**
 * PL/pgSQL. What a run has taken back is undone, and all before that is as it was then: an undo among it counts again,
 * whole or half done, or counts no longer, and so on down to the first.
 * @param run a condition that holds for this run alone
 */
export function takeBack(run: string): string {
  return `DECLARE
      taken bigint[];
      gone bigint[] := '{}';
      earlier record;
    BEGIN
      SELECT undoes INTO taken FROM trueup.runs WHERE ${run};
      FOR earlier IN SELECT id, undoes FROM trueup.runs
        WHERE id < (SELECT min(each) FROM unnest(taken) AS u (each)) AND undoes IS NOT NULL AND ${isWhole}
        ORDER BY id DESC
      LOOP
        IF earlier.id <> ALL (gone) THEN gone := gone || earlier.undoes; END IF;
      END LOOP;
      UPDATE trueup.runs SET state = CASE WHEN id = ANY (gone) THEN 'undone' WHEN ${isWhole} THEN 'done' ELSE 'failed' END
        WHERE id < (SELECT min(each) FROM unnest(taken) AS u (each)) AND (state = 'undone') <> (id = ANY (gone));
      UPDATE trueup.runs SET state = 'undone' WHERE id = ANY (taken);
    END;`
}
