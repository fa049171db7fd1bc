type Folder = { folder: string }
type Owner = { folder: string; lockFile: string; host: string; pid: number; command: string; since: string }

/** The embedded database in a folder. */
export const embeddedErrors = {
  'EMBEDDED-IN-USE': {
    message: (p: Owner) => `the database in "${p.folder}" is in use`,
    detail: (p: Owner) => `Process ${p.pid} (${p.command}) has it since ${p.since}.`,
    hint: (p: Owner) =>
      `Wait until it is done, or end it: kill ${p.pid}. Two processes at once would lose data.`,
  },
  'EMBEDDED-LOCKED-ELSEWHERE': {
    message: (p: Owner) => `the database in "${p.folder}" is open on another machine, "${p.host}"`,
    detail: (p: Owner) => `Process ${p.pid} (${p.command}) on "${p.host}" has it since ${p.since}.`,
    hint: (p: Owner) =>
      `End it there. Only if you are sure that it is gone (a container or machine that no longer exists), remove the file ${p.lockFile}.`,
  },
  'EMBEDDED-LOCK-UNREADABLE': {
    message: (p: { folder: string; lockFile: string }) =>
      `cannot tell who has the database in "${p.folder}" open`,
    hint: (p: { folder: string; lockFile: string }) =>
      `Make sure that no process uses the folder, then remove the file ${p.lockFile}.`,
  },
  'EMBEDDED-NOT-A-DATABASE': {
    message: (p: Folder) => `folder "${p.folder}" is not empty and holds no database`,
    hint: (_: Folder) => 'Name an empty or new folder; nothing in this one was touched.',
  },
  'EMBEDDED-VERSION': {
    message: (p: { folder: string; found: string; wanted: string }) =>
      `the database in "${p.folder}" was made by PostgreSQL ${p.found}, and ${p.wanted} is needed`,
    hint: (_: { folder: string; found: string; wanted: string }) =>
      'Open it with the version that made it and dump it, or name a new folder; this one was not touched.',
  },
  'EMBEDDED-FOLDER': {
    message: (p: { folder: string; reason: string }) => `could not use folder "${p.folder}": ${p.reason}`,
    hint: (_: { folder: string; reason: string }) =>
      'Check that the folder can be written by this user and that the disk has room, or name another with --database <folder>.',
  },
  'EMBEDDED-FAILED': {
    message: (p: { place: string; reason: string }) =>
      `the embedded database in ${p.place} stopped: ${p.reason}`,
    hint: (_: { place: string; reason: string }) =>
      'Make room if the disk is full, then run the command again. If it stops again, the folder may be damaged: rename it and start from a new one or from a backup.',
  },
}
