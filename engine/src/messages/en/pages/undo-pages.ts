import type { Pages } from '../../page.ts'

export const undoPages: Pages['errors'] = {
  'PURGE-NEEDS-YES': {
    why: 'What is purged is gone for good, so somebody must say yes: at the terminal, or beforehand.',
    fix: 'Look at `trueup parked` first; then add --yes where nobody can be asked.',
  },
  'PURGE-UNKNOWN': {
    why: 'Nothing that is parked has this name. It may have come back with an undo, or have been purged already.',
    fix: 'Write names as `trueup parked` shows them: public.users.age, or the name that the object has now.',
  },
  'PURGE-WHAT': {
    why: 'Without an object, a run or an age this would destroy everything that is parked.',
    fix: 'To destroy everything all the same: `trueup purge --older-than 0s`.',
  },
  'REDO-NOTHING': {
    why: 'A redo takes back the last undo. There is none, or a run came after it, and the redo would not know what to do with that.',
    fix: '`trueup history` lists the runs; `trueup undo <run>` goes back to before any of them.',
  },
  'UNDO-NO-PICTURE': {
    why: 'Every run writes down what the database was before it. For this one that is missing: its journal was emptied, or written by a role that could not.',
    fix: 'Restore a backup from before the run, or change the models back and apply them.',
  },
  'UNDO-NOTHING': {
    why: 'The journal knows of no run that changed something and still stands. Each database has a journal of its own.',
    fix: 'The first line of the command names the database that was asked.',
  },
  'UNDO-UNDONE': {
    why: 'The run was taken back before, by itself or with one before it.',
    fix: '`trueup history` says which runs are undone; `trueup redo` brings the last of them again.',
  },
  'UNDO-UNKNOWN': {
    why: 'The journal has no run of this number, or the run failed before it changed anything.',
    fix: '`trueup history` lists the runs with what became of them.',
  },
}
