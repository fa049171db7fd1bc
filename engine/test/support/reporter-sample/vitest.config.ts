import { defineConfig } from 'vitest/config'
import { summaryReporter } from '../reporter.ts'

export default defineConfig({
  test: { root: import.meta.dirname, include: ['*.sample.ts'], reporters: ['default', summaryReporter] },
})
