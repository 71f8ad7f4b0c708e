import { expect, it } from 'vitest'
import { isNeverPublic } from './isNeverPublic.ts'

it.each(['db.corp.internal', 'printer.local', 'a.test', 'x.invalid', 'nas.home.arpa', 'abc.onion', 'internal'])(
  'knows that %s is in no public DNS',
  (name) => expect(isNeverPublic(name)).toBe(true),
)

it.each([
  'www.example.com',
  'app.corp.example',
  'internal.example.com',
  'x.arpa',
  'notinternal',
  'web.default.svc.cluster.local',
  'localhost',
])('does not say so of %s', (name) => expect(isNeverPublic(name)).toBe(false))
