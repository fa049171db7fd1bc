/** What the shell sees. Promised in docs/formats.md: scripts depend on these numbers. */
export const exitCodes = {
  ok: 0,
  failure: 1,
  usage: 2,
  differs: 3,
  undecided: 4,
  refused: 5,
  drifted: 6,
  pending: 10,
  interrupted: 130,
} as const

export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes]
