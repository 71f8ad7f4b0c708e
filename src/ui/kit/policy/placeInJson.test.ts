import { jsonLanguage } from '@codemirror/lang-json'
import { EditorState } from '@codemirror/state'
import { expect, test } from 'vitest'
import { statementPath } from './offerWords.ts'
import { placeInJson } from './placeInJson.ts'

/** The place of the bar in a text. */
function at(text: string) {
  const pos = text.indexOf('|')
  const state = EditorState.create({ doc: text.replace('|', ''), extensions: [jsonLanguage] })
  const place = placeInJson(state, pos)
  return place && { ...place, typed: state.sliceDoc(place.from, place.to) }
}

test.each([
  ['{|', 'name', [], '', 'no'],
  ['{"Ver|"}', 'name', [], 'Ver', 'closed'],
  ['{"Ver|', 'name', [], 'Ver', 'open'],
  ['{"Version": |', 'value', ['Version'], '', 'no'],
  ['{"Version": "20|"}', 'value', ['Version'], '20', 'closed'],
  ['{"Statement": [{"Effect": "Allow", |}]}', 'name', ['Statement', 0], '', 'no'],
  ['{"Statement": [{}, {"Eff|', 'name', ['Statement', 1], 'Eff', 'open'],
  ['{"Statement": [{"Action": ["s3:Get|"]}]}', 'value', ['Statement', 0, 'Action', 0], 's3:Get', 'closed'],
  ['{"Statement": [{"Action": ["s3:Get", |]}]}', 'value', ['Statement', 0, 'Action', 1], '', 'no'],
  ['{"Statement": [{"Action": ["s3:Get", "s3:P|', 'value', ['Statement', 0, 'Action', 1], 's3:P', 'open'],
  ['{"Statement": {"Condition": {"Bool": {"aws:|"}}}}', 'name', ['Statement', 'Condition', 'Bool'], 'aws:', 'closed'],
  [
    '{"Statement": {"Condition": {"Bool": {"aws:SecureTransport": "|"}}}}',
    'value',
    ['Statement', 'Condition', 'Bool', 'aws:SecureTransport'],
    '',
    'closed',
  ],
])('%s', (text, part, path, typed, quoted) => {
  expect(at(text)).toMatchObject({ part, path, typed, quoted })
})

test.each(['{"Version": "2012-10-17"|}', '|', '{"Version" |: 1}', '{"a": 1}|'])(
  'nothing can be named at %s',
  (text) => {
    expect(at(text)).toBeNull()
  },
)

test('the other names of an object are known', () => {
  expect(at('{"Statement": [{"Effect": "Deny", "Action": "*", "|"}]}')?.siblings).toEqual(['Effect', 'Action'])
})

test('a path leads into a statement, whether it stands alone or in a list', () => {
  expect(statementPath(['Statement', 3, 'Action', 1])).toEqual(['Action'])
  expect(statementPath(['Statement', 'Condition', 'Bool'])).toEqual(['Condition', 'Bool'])
  expect(statementPath(['Statement', 0])).toEqual([])
  expect(statementPath(['Version'])).toEqual([null, 'Version'])
  expect(statementPath([])).toEqual([null])
})
