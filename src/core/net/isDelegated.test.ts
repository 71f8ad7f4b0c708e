import { expect, it } from 'vitest'
import { isDelegated } from './isDelegated.ts'

it('knows the domains of countries and the generic ones that people use, and no others', () => {
  for (const name of ['api.partner.org', 'a.b.co.uk', 'dev', 'partner.io']) expect(isDelegated(name), name).toBe(true)
  for (const name of ['db.prod', 'web.hq', 'wiki.corp', 'printer.local', 'org.partner', 'a.example'])
    expect(isDelegated(name), name).toBe(false)
})
