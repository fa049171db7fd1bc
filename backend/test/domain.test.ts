import { majors } from '../../engine/test/support/server-programs.ts'
import { describeDomain } from './domain/describe-domain.ts'
import { openEmbeddedDomain, openServerDomain } from './domain/open-domain.ts'

describeDomain('embedded', openEmbeddedDomain)
for (const major of majors) describeDomain(`PostgreSQL ${major}`, () => openServerDomain(major))
