import { expect, test } from 'vitest'
import { redactQuery } from './redact-query.ts'

test.each([
  [
    `SELECT * FROM users WHERE email = 'kim@example.com' AND age > 30`,
    'SELECT * FROM users WHERE email = ? AND age > ?',
  ],
  [`UPDATE t1 SET a2 = E'it\\'s' -- secret\n, b = $tag$x'y$tag$`, 'UPDATE t1 SET a2 = ? , b = ?'],
  [`SELECT "it's 5" FROM "t"`, `SELECT "it's 5" FROM "t"`],
  [`SELECT 'cut off in the midd`, 'SELECT ?'],
  [`SELECT x'ff', N'a''b', 1.5e-3, $1 /* 7 */`, 'SELECT ?, ?, ?, $?'],
])('%s', (sql, shown) => {
  expect(redactQuery(sql)).toBe(shown)
})
