import { expect, test } from 'vitest'
import { conditionsAgainst, conditionsTogether } from './conditionsAgainst.ts'
import type { ProposedCall } from './proposedCall.ts'

const call = (keys: Readonly<Record<string, string>>): ProposedCall => ({
  action: 'kms:Decrypt',
  resource: 'arn:aws:kms:us-east-1:111122223333:key/1',
  principal: 'arn:aws:iam::111122223333:role/reader',
  keys: new Map(Object.entries(keys).map(([key, value]) => [key, [value]])),
})

test('calls are told apart by a key that the request gives', () => {
  const [sales, staff] = ['sales', 'staff'].map((dept) => call({ 'kms:encryptioncontext:dept': dept }))
  expect(conditionsAgainst(sales!, [staff!])).toEqual([
    { operator: 'StringNotEquals', key: 'kms:encryptioncontext:dept', values: ['staff'] },
    { operator: 'StringEquals', key: 'kms:encryptioncontext:dept', values: ['sales'] },
  ])
  expect(conditionsAgainst(sales!, [sales!])).toEqual([])
})

test('and not by one that follows from others', () => {
  const [own, other] = ['111122223333', '444455556666'].map((account) => call({ 'kms:calleraccount': account }))
  expect(conditionsAgainst(own!, [other!])).toEqual([])
})

test('several keys together, where none alone tells it from all', () => {
  const [own, a, b] = [
    call({ 'aws:sourcevpce': 'vpce-1', 'aws:principalarn': 'arn:aws:iam::111122223333:role/x' }),
    call({ 'aws:sourcevpce': 'vpce-2', 'aws:principalarn': 'arn:aws:iam::111122223333:role/x' }),
    call({ 'aws:sourcevpce': 'vpce-1', 'aws:principalarn': 'arn:aws:iam::111122223333:role/y' }),
  ]
  expect(conditionsAgainst(own!, [a!, b!])).toEqual([])
  expect(conditionsTogether(own!, [a!, b!])).toEqual([
    { operator: 'StringEquals', key: 'aws:SourceVpce', values: ['vpce-1'] },
    { operator: 'ArnEquals', key: 'aws:PrincipalArn', values: ['arn:aws:iam::111122223333:role/x'] },
  ])
  expect(conditionsTogether(own!, [own!])).toBeNull()
})
