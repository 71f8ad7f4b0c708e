import { describe, expect, it } from 'vitest'
import { draftOf } from './draftOf.ts'
import { isAskedAs, parseDraft } from './parseDraft.ts'
import type { RequestDraft } from './types.ts'

const draft: RequestDraft = { from: 'client-1', to: 'example.com', protocol: 'tcp', port: '443', packetSize: '' }
const parse = (fields: Partial<RequestDraft>) => parseDraft({ ...draft, ...fields })

describe('parseDraft', () => {
  it('reads a client, a destination, a protocol and a port', () => {
    expect(parse({ to: '  example.com ', port: ' 8080 ' })).toEqual({
      from: 'client-1',
      to: 'example.com',
      protocol: 'tcp',
      port: 8080,
    })
  })

  it('takes a packet size where one is typed, for ping too', () => {
    expect(parse({})).not.toHaveProperty('packetSize')
    expect(parse({ packetSize: ' 8501 ' })).toMatchObject({ packetSize: 8501 })
    expect(parse({ protocol: 'icmp', packetSize: '9000' })).toMatchObject({ port: null, packetSize: 9000 })
  })

  it('keeps the call that a saved request carries, and tells it from another', () => {
    const api = { action: 's3:GetObject', resource: 'arn:aws:s3:::reports/a', context: {} }
    const asked = { from: 'client-1', to: 'example.com', protocol: 'tcp', port: 443, api } as const
    expect(parseDraft(draftOf(asked))).toEqual(asked)
    expect(isAskedAs(draftOf(asked), asked)).toBe(true)
    expect(isAskedAs(draft, asked)).toBe(false)
    expect(draftOf({ ...asked, api: undefined })).toHaveProperty('api', undefined)
  })

  it('wants no port for ICMP', () => {
    expect(parse({ protocol: 'icmp', port: 'whatever' })).toMatchObject({ protocol: 'icmp', port: null })
  })

  it.each([
    ['https://kinesis.us-east-1.amazonaws.com/path?x=1', 'kinesis.us-east-1.amazonaws.com', 443],
    ['http://10.0.0.5', '10.0.0.5', 80],
    ['HTTPS://user:secret@example.com:8443/#top', 'example.com', 8443],
    ['example.com:8443', 'example.com', 8443],
    ['[2001:db8::1]:8443', '2001:db8::1', 8443],
    ['https://[2001:db8::1]/x', '2001:db8::1', 443],
  ])('takes host and port out of %s', (to, host, port) => {
    expect(parse({ to, port: '1' })).toMatchObject({ to: host, port })
  })

  it.each(['2001:db8::1', '::1', 's3-bucket-1', 'internet:1.2.3.4'.replace('internet:', '')])(
    'leaves %s as it is',
    (to) => {
      expect(parse({ to })).toMatchObject({ to, port: 443 })
    },
  )

  it.each<[Partial<RequestDraft>, string]>([
    [{ from: ' ' }, 'Choose a client'],
    [{ to: '' }, 'Type a host name'],
    [{ to: 'https://' }, 'Type a host name'],
    [{ packetSize: '19' }, 'from 20 to 65535'],
    [{ packetSize: 'big' }, 'from 20 to 65535'],
    [{ port: '' }, 'Type a port'],
    [{ port: '65536' }, 'whole number from 0 to 65535'],
    [{ port: '-1' }, 'whole number from 0 to 65535'],
    [{ port: '4 43' }, 'whole number from 0 to 65535'],
    [{ port: 'https' }, 'whole number from 0 to 65535'],
    [{ to: 'example.com:70000' }, 'whole number from 0 to 65535'],
    [{ to: 'x'.repeat(256) }, 'at most 255'],
    [{ to: 'a\u0007b' }, 'control characters'],
  ])('says what is wrong with %j', (fields, sentence) => {
    expect(parse(fields)).toContain(sentence)
  })
})
