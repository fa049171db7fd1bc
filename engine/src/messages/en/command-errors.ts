export const commandErrors = {
  'USAGE-COMMAND': {
    message: (p: { command: string }) => `there is no command "${p.command}"`,
    hint: (_: { command: string }) => 'Run `trueup --help` for the list of commands.',
  },
  'USAGE-FOLDER': {
    message: (p: { command: string }) => `"trueup ${p.command}" needs the folder of a backup`,
    hint: (p: { command: string }) =>
      `Write it behind the command, as in \`trueup ${p.command} backups/shop-production-20261122T180512Z\`; \`trueup backup list\` shows them.`,
  },
  'USAGE-FLAG-UNKNOWN': {
    message: (p: { flag: string; command: string }) => `"${p.command}" has no option "${p.flag}"`,
    hint: (p: { flag: string; command: string }) =>
      `Run \`${p.command} --help\` for the options of this command.`,
  },
  'USAGE-FLAG-VALUE': {
    message: (p: { flag: string; takesValue: boolean }) =>
      p.takesValue ? `option "${p.flag}" needs a value` : `option "${p.flag}" takes no value`,
    hint: (p: { flag: string; takesValue: boolean }) =>
      p.takesValue ? `Write ${p.flag}=<value>, or the value behind a space.` : `Write ${p.flag} alone.`,
  },
  'USAGE-WORD': {
    message: (p: { word: string; command: string }) =>
      `"${p.command}" does not know what to do with "${p.word}"`,
    hint: (p: { word: string; command: string }) =>
      `Options begin with two dashes; run \`${p.command} --help\` for those of this command.`,
  },
}
