import { defineConfig } from 'vitest/config'
import { summaryReporter } from './engine/test/support/reporter.ts'

export default defineConfig({
  resolve: { conditions: ['source'] },
  ssr: { resolve: { conditions: ['source'], externalConditions: ['source'] } },
  test: {
    include: ['engine/**/*.test.ts', 'backend/**/*.test.ts', 'bench/**/*.test.ts', 'scripts/**/*.test.ts'],
    exclude: [
      '**/node_modules/**',
      '**/dist/**',
      // takes half an hour and fetches packages: npm run test:schemas
      ...(process.env['TRUEUP_SCHEMAS'] ? [] : ['engine/test/schemas/**']),
    ],
    globalSetup: ['engine/test/support/shared-servers-setup.ts'],
    reporters: ['default', summaryReporter],
    testTimeout: 180_000,
    hookTimeout: 120_000,
    pool: 'forks',
    // some wait for servers more than they compute
    maxWorkers: 3,
  },
})
