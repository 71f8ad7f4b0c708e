import { readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { type Catalogue, loadCatalogue } from '../../src/core/aws/index.ts'
import { compareText } from '../../src/core/base/index.ts'
import { blockOf, compareAddress, lastOf, mergeBlocks } from '../../src/core/net/index.ts'
import { addedNames, exceptions } from './exceptions.ts'
import { readServiceNames } from './readSources.ts'
import { listDates, sources } from './sources.ts'

const catalogue: Catalogue = await loadCatalogue()
const LABEL = '(?!-)[a-z0-9-]{1,63}(?<!-)'
/** `*.` only in front, `{r}` at most once, `#` only at the end of the first label. */
const HOST_TEMPLATE = new RegExp(
  `^(\\*\\.)?(${LABEL}\\.|[a-z][a-z-]*#\\.|\\{r\\}\\.)(${LABEL}\\.|\\{r\\}\\.)*(com|aws|cn|eu)$`,
)
const SERVICE_NAME = /^(com\.amazonaws|aws\.api|aws\.sagemaker)(\.\{r\}|\.us-east-2)?\.[a-z0-9.-]*[a-z0-9]$/
const codes = catalogue.regions.map((region) => region.code)

const isSorted = (texts: readonly string[]) => [...texts].sort(compareText).join() === texts.join()
const isDistinct = (texts: readonly unknown[]) => new Set(texts).size === texts.length

describe('services', () => {
  it('are exactly those of the list of names, each once, in order', () => {
    const names = catalogue.services.map((service) => service.name)
    expect(names).toEqual([...readServiceNames(), ...addedNames].sort(compareText))
    expect(isDistinct(names)).toBe(true)
    expect(names.length).toBe(453)
  })

  it.each(catalogue.services.map((service) => [service.name, service] as const))(
    '%s is well formed',
    (name, service) => {
      expect(name).toMatch(SERVICE_NAME)
      expect(service.types.length).toBeGreaterThan(0)
      expect(['H', 'M', 'L']).toContain(service.confidence)
      expect(Object.keys(sources)).toContain(service.source)
      expect(service.hostPrefix).toMatch(/^[a-z0-9]([a-z0-9.-]*[a-z0-9])?#?(\.[a-z0-9-]+)*$/)
      expect(service.hostPrefix).not.toContain('{')
      for (const host of service.publicNames) expect(host).toMatch(HOST_TEMPLATE)
      for (const host of service.privateNames) expect(service.publicNames).toContain(host)
      expect(isDistinct(service.publicNames)).toBe(true)
      expect(service.privateDns === 'known').toBe(service.privateNames.length > 0)
      for (const port of [...service.ports, ...(service.publicPorts ?? [])])
        expect(Number.isInteger(port) && port > 0 && port < 65536).toBe(true)
      expect(service.ports.length).toBeGreaterThan(0)
      for (const code of service.regions ?? []) expect(codes).toContain(code)
      // A name with a Region in it has it where the service name has one
      if (!name.includes('{r}')) expect(service.privateNames.join()).not.toContain('{r}')
    },
  )

  it('never claim the same host', () => {
    const hosts = catalogue.services.flatMap((service) => service.publicNames)
    const others = catalogue.publicHosts.map((host) => host.name)
    expect([...hosts, ...others].filter((host, i, all) => all.indexOf(host) !== i)).toEqual([])
  })

  it('are unsure of their names only where nothing is known', () => {
    for (const service of catalogue.services) expect(service.privateDns === 'unknown').toBe(service.confidence === 'L')
    expect(catalogue.services.filter((service) => service.privateDns === 'unknown').length).toBeLessThanOrEqual(28)
  })

  it('have gateway endpoints for S3, DynamoDB and S3 Express only', () => {
    const gateways = catalogue.services
      .filter((service) => service.types.includes('gateway'))
      .map((service) => service.name)
    expect(gateways).toEqual(['com.amazonaws.{r}.dynamodb', 'com.amazonaws.{r}.s3', 'com.amazonaws.{r}.s3express'])
  })

  it('keep what the table of exceptions says', () => {
    expect(isDistinct(exceptions.map((row) => row.service))).toBe(true)
    for (const row of exceptions) {
      const name = catalogue.services.some((service) => service.name === row.service)
        ? row.service
        : `com.amazonaws.{r}.${row.service}`
      const service = catalogue.services.find((one) => one.name === name)!
      const expected =
        typeof row.names === 'string'
          ? []
          : row.names.map((host) => (host.endsWith('{r}') ? `${host}.amazonaws.com` : host))
      expect([name, service.privateNames]).toEqual([name, expected])
      expect(service.privateDns).toBe(typeof row.names === 'string' ? row.names : 'known')
      expect(service.ports).toEqual(row.ports ?? [443])
    }
  })
})

describe('public hosts without a service', () => {
  it.each(catalogue.publicHosts.map((host) => [host.name, host] as const))('%s is well formed', (name, host) => {
    expect(name).toMatch(HOST_TEMPLATE)
    for (const code of host.regions ?? []) expect(codes).toContain(code)
    if (!name.includes('{r}')) expect(host.regions?.length).toBe(1)
  })

  it('are in order', () => {
    expect(isSorted(catalogue.publicHosts.map((host) => host.name))).toBe(true)
  })
})

describe('Regions', () => {
  it('are in order, each with zones of its own', () => {
    expect(isSorted(codes) && isDistinct(codes)).toBe(true)
    expect(codes.length).toBe(39)
    expect(isDistinct(catalogue.regions.flatMap((region) => Object.values(region.zones)))).toBe(true)
    for (const { code, zones, name, partition } of catalogue.regions) {
      expect(Object.keys(zones).length).toBeGreaterThanOrEqual(2)
      for (const zone of Object.keys(zones)) expect(zone).toMatch(new RegExp(`^${code}[a-f]$`))
      for (const id of Object.values(zones)) expect(id).toMatch(/^[a-z]+\d+-az\d$/)
      expect(name).not.toBe('')
      expect(partition).toMatch(/^aws(-cn|-us-gov|-eusc)?$/)
    }
  })
})

describe('ranges', () => {
  it.each(codes)('%s: valid, aggregated, and with no address twice', (code) => {
    const { s3, dynamodb, aws } = catalogue.ranges[code]!
    for (const list of [s3, dynamodb, aws]) {
      expect(list.length).toBeGreaterThan(0)
      expect(mergeBlocks(list)).toEqual(list)
    }
    const blocks = [...s3, ...dynamodb, ...aws]
      .map((text) => blockOf(text)!)
      .sort((a, b) => compareAddress(a.base, b.base))
    for (const [i, block] of blocks.slice(1).entries())
      expect(compareAddress(lastOf(blocks[i]!), block.base)).toBeLessThan(0)
  })

  it('are of the Regions of the catalogue', () => {
    expect(Object.keys(catalogue.ranges)).toEqual(codes)
  })

  it('give S3 and DynamoDB different addresses in every Region', () => {
    const blocks = codes
      .flatMap((code) => [...catalogue.ranges[code]!.s3, ...catalogue.ranges[code]!.dynamodb])
      .map((text) => blockOf(text)!)
      .sort((a, b) => compareAddress(a.base, b.base))
    for (const [i, block] of blocks.slice(1).entries())
      expect(compareAddress(lastOf(blocks[i]!), block.base)).toBeLessThan(0)
  })
})

it('names every source that it cites, and the day of each list', () => {
  expect(catalogue.sources).toEqual(sources)
  expect(catalogue.dates).toEqual({ ...listDates, ranges: expect.stringMatching(/^\d{4}-\d{2}-\d{2}$/) })
})

it('stays small: 45 kB for both files', () => {
  const size = ['catalogue', 'ranges']
    .map((name) => readFileSync(new URL(`../../src/core/aws/data/${name}.json`, import.meta.url)))
    .reduce((sum, bytes) => sum + gzipSync(bytes, { level: 9 }).length, 0)
  expect(size).toBeLessThan(45_000)
})
