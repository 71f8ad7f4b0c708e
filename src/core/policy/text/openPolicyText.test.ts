import { expect, test } from 'vitest'
import { openPolicyText } from './openPolicyText.ts'

const LISTED = `{
  "Version": "2012-10-17",
  "Statement": [
    {"Effect": "Allow", "Action": ["s3:GetObject", "s3:PutObject"], "Resource": "*"},
    {
      "Effect": "Deny",
      "Action": "s3:*",
      "Resource": "*"
    }
  ]
}
`

test('a place is found, be it in a list or alone', () => {
  const listed = openPolicyText(LISTED)
  expect(listed.pathTo(0, 'Action', 1)).toEqual(['Statement', 0, 'Action', 1])
  expect(listed.pathTo(1, 'Action', 0)).toEqual(['Statement', 1, 'Action'])
  expect([0, 1].map((one) => listed.lineOf(listed.pathTo(one)))).toEqual([4, 5])
  expect(listed.lineOf(listed.pathTo(1, 'Action', 0))).toBe(7)
  const alone = openPolicyText('{"Statement": {"Effect": "Allow"}}')
  expect(alone.pathTo(0)).toEqual(['Statement'])
  expect(alone.pathTo(0, 'Effect')).toEqual(['Statement', 'Effect'])
})

test('a value is set, added or taken out, and the rest stays', () => {
  const { set, pathTo } = openPolicyText(LISTED)
  expect(set(pathTo(0, 'Action', 1), 's3:GetObjectAcl')).toBe(LISTED.replace('s3:PutObject', 's3:GetObjectAcl'))
  expect(JSON.parse(set(pathTo(1), undefined)).Statement).toHaveLength(1)
  expect(JSON.parse(set(pathTo(1, 'Principal'), '*')).Statement[1].Principal).toBe('*')
})

test('a statement is added behind the others, also where one stands alone', () => {
  const more = { Effect: 'Deny' }
  expect(JSON.parse(openPolicyText(LISTED).addStatement(more)).Statement[2]).toEqual(more)
  expect(JSON.parse(openPolicyText('{"Statement": {"Effect": "Allow"}}').addStatement(more)).Statement).toEqual([
    { Effect: 'Allow' },
    more,
  ])
})
