export const commandErrors = {
  'USAGE-COMMAND': {
    message: (p: { command: string }) => `there is no command "${p.command}"`,
    hint: (_: { command: string }) => 'Run `trueup --help` for the list of commands.',
  },
  'USAGE-FLAG': {
    message: (p: { problem: string; command: string }) => p.problem,
    hint: (p: { problem: string; command: string }) =>
      `Run \`trueup ${p.command} --help\` for the options of this command.`,
  },
}
