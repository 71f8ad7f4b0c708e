import { describe, expect, test } from 'vitest'
import type { Design } from '../../model/index.ts'
import { change, differing, left, open, revise, SHOP, withPort } from '../testing/shop.ts'

describe('a value that comes from elsewhere', () => {
  const block = (id: string, cidr: string) => change(open(), id, { cidr })
  test.each<[string, Design, string, readonly string[], readonly string[]]>([
    [
      'an item of a list',
      block('Back', '10.0.7.0/24'),
      'Blocks',
      [
        '- Properties: {VpcId: !Ref Net, CidrBlock: !Select [1, !Ref Blocks], AvailabilityZone: !Select [1, !GetAZs ""]}',
        '+ Properties: {VpcId: !Ref Net, CidrBlock: 10.0.7.0/24, AvailabilityZone: !Select [1, !GetAZs ""]}',
      ],
      [
        '- Blocks: {Type: CommaDelimitedList, Default: "10.0.1.0/24, 10.0.2.0/24"}',
        '+ Blocks: {Type: CommaDelimitedList, Default: "10.0.1.0/24, 10.0.7.0/24"}',
      ],
    ],
    [
      'an entry of a mapping',
      block('Data', '10.0.8.0/24'),
      'Sizes',
      [
        '- Properties: {VpcId: !Ref Net, CidrBlock: !FindInMap [Sizes, db, Block], AvailabilityZone: !Select [0, !GetAZs ""]}',
        '+ Properties: {VpcId: !Ref Net, CidrBlock: 10.0.8.0/24, AvailabilityZone: !Select [0, !GetAZs ""]}',
      ],
      ['- db: {Block: 10.0.3.0/24}', '+ db: {Block: 10.0.8.0/24}'],
    ],
  ])('%s is asked for', (_, design, from, here, there) => {
    const asked = revise(design)
    expect(asked.questions).toMatchObject([{ from, chosen: 'here' }])
    expect(differing(asked)).toEqual(here)
    const [question] = asked.questions
    const other = question!.options.find(({ id }) => id !== 'here')!.id
    for (const choices of [{ answers: { [question!.id]: other } }, { otherwise: 'origin' }] as const) {
      const answered = revise(design, choices)
      expect(differing(answered)).toEqual(there)
      expect(answered.questions).toMatchObject([{ chosen: other }])
      expect(left(answered)).toEqual([])
    }
  })
  test('a parameter is changed once for all that use it', () => {
    const revision = revise(withPort(open(), 8443), { otherwise: 'origin' })
    expect(differing(revision)).toEqual([
      '- Port: {Type: Number, Default: 443}',
      '+ Port: {Type: Number, Default: 8443}',
    ])
    expect(left(revision)).toEqual([])
  })
  test('what else changes with a parameter is told', () => {
    const text = SHOP.replace('CidrIp: 0.0.0.0/0', 'CidrIp: !Select [1, !Ref Blocks]')
    const design = change(open({ 'net.yaml': text }), 'Back', { cidr: '10.0.7.0/24' })
    expect(left(revise(design))).toEqual([])
    expect(left(revise(design, { otherwise: 'origin' }))).toEqual([
      'Security group “Group” changes with the template, in Inbound rules, and is drawn as before',
    ])
  })
  test.each([
    ['as a list', '[{"ParameterKey": "Blocks", "ParameterValue": "10.0.4.0/24,10.0.5.0/24"}]\n'],
    ['by names', '{\n  "Parameters": {"Blocks": "10.0.4.0/24,10.0.5.0/24"}\n}'],
  ])('a file of parameters is changed where it says the value: %s', (_, parameters) => {
    const design = change(open({ 'net.yaml': SHOP, 'dev.json': parameters }), 'Front', { cidr: '10.0.6.0/24' })
    const { files } = revise(design, { otherwise: 'origin' })
    expect(files.find(({ path }) => path === 'dev.json')!.after).toBe(parameters.replace('10.0.4.0', '10.0.6.0'))
    expect(files.find(({ path }) => path === 'net.yaml')!.after).toBe(SHOP)
  })
  test('a value that was only given for once is no question', () => {
    const design = change(open(undefined, { Blocks: '10.0.4.0/24,10.0.5.0/24' }), 'Front', { cidr: '10.0.6.0/24' })
    const revision = revise(design, { otherwise: 'origin' })
    expect(revision.questions).toEqual([])
    expect(differing(revision)).toHaveLength(2)
  })
})
