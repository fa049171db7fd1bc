import type { Question } from '../../decide/questions.ts'

/** What is to be decided about an object, after its name. */
export const questionWords: Readonly<Record<Question['about'], string>> = {
  loss: 'would go',
  changed: 'was changed by somebody else since',
  taken: 'stays parked: another one has its place. Undo the run that made that one first, or leave it so',
  secret: 'had a password, which is kept nowhere: it stays as it is now',
  baseless: 'cannot come back: what it stands on stays as it is now',
  unkept: 'cannot be parked: it would go for good, with what it holds',
}
