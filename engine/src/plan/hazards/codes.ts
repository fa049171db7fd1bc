/** Codes of hazards, each with a rule, a page and a word in every language. */
export const hazardCodes = ['data-loss', 'blocking-index-build'] as const
export type HazardCode = (typeof hazardCodes)[number]
