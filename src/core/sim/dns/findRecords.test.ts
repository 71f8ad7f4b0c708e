import { expect, it } from 'vitest'
import type { HostedZoneNet, RecordNet } from '../../topology/dnsNet.ts'
import { findDelegation, findRecords } from './findRecords.ts'

const record = (type: RecordNet['type']): RecordNet => ({
  origin: { construct: 'zone', path: [] },
  type,
  addresses: [],
  leadsTo: null,
  alias: null,
  gap: null,
})
const [a, wild, deep, ns] = [record('A'), record('A'), record('A'), record('NS')]
const zone: HostedZoneNet = {
  id: 'zone',
  domain: 'example.com',
  names: new Map([
    ['example.com', []],
    ['www.example.com', [a]],
    ['*.example.com', [wild]],
    ['one.two.example.com', [deep]],
    // there because of the name above it
    ['two.example.com', []],
    ['sub.example.com', [ns]],
  ]),
  unread: null,
  rival: null,
}

it('prefers the name’s own records to a wildcard', () => {
  expect(findRecords(zone, 'www.example.com')).toEqual([a])
  expect(findRecords(zone, 'other.example.com')).toEqual([wild])
  expect(findRecords(zone, 'far.below.example.com')).toEqual([wild])
})

it('lets no wildcard stand in below a name that exists, nor for one that only lies above others', () => {
  expect(findRecords(zone, 'below.www.example.com')).toBeNull()
  expect(findRecords(zone, 'two.example.com')).toEqual([])
  expect(findRecords(zone, 'three.two.example.com')).toBeNull()
})

it('has the zone’s own name without any record, which a wildcard does not cover', () => {
  expect(findRecords(zone, 'example.com')).toEqual([])
})

it('knows which names other servers answer for', () => {
  expect(findDelegation(zone, 'host.sub.example.com')).toBe(ns)
  expect(findDelegation(zone, 'sub.example.com')).toBe(ns)
  expect(findDelegation(zone, 'www.example.com')).toBeNull()
})
