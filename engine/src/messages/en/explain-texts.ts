export const explainErrors = {
  'EXPLAIN-UNKNOWN': {
    message: (p: { code: string; near: readonly string[] }) => `there is no page "${p.code}"`,
    hint: (p: { code: string; near: readonly string[] }) =>
      p.near.length > 0
        ? `Perhaps you mean ${p.near.map((code) => `\`trueup explain ${code}\``).join(' or ')}.`
        : 'Run `trueup explain` for the list of all pages.',
  },
}

export const explain = {
  why: () => 'Why',
  fix: () => 'What to do',
  example: () => 'Example',
  errors: () => 'Errors',
  hazards: () => 'Hazards',
  more: () => 'Run `trueup explain <code>` for a page.',
  errorsIntroduction: () =>
    'Every error has a code, which never changes its meaning. `trueup explain <code>` prints its page.',
  hazardsIntroduction: () =>
    'What a plan warns of before it runs. `trueup explain <code>` prints the page of a hazard.',
}
