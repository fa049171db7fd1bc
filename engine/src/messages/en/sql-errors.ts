export const sqlErrors = {
  'SQL-TEXT-NOT-STORABLE': {
    message: (p: { codePoint: string; before: string }) =>
      `text holds the character ${p.codePoint}, which PostgreSQL cannot store`,
    detail: (p: { codePoint: string; before: string }) =>
      p.before === '' ? 'It is the first character of the text.' : `It comes after "${p.before}".`,
    hint: () => 'Remove the character, or keep such data in a column of type bytea.',
  },
}
