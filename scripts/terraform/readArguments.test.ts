import { expect, test } from 'vitest'
import { readArguments } from './readArguments.ts'

const CODE = `
function thingRuleToHclTerraform(struct) {
    const attrs = {
        port: {
            value: cdktn.numberToHclTerraform(struct.port),
            isBlock: false,
            type: "simple",
            storageClassType: "number",
        },
    };
}
class Thing extends cdktn.TerraformResource {
    get arn() {
        return this.getStringAttribute('arn');
    }
    get name() {
        return this.getStringAttribute('name');
    }
    _entry = new ThingEntryList(this, "entry", false);
    synthesizeHclAttributes() {
        const attrs = {
            name: {
                value: cdktn.stringToHclTerraform(this._name),
                isBlock: false,
                type: "simple",
                storageClassType: "string",
            },
            size: {
                value: cdktn.listMapperHcl(cdktn.stringToHclTerraform, false)(this._size),
                isBlock: false,
                type: "list",
                storageClassType: "stringList",
            },
            rule: {
                value: cdktn.listMapperHcl(thingRuleToHclTerraform, true)(this._rule.internalValue),
                isBlock: true,
                type: "set",
                storageClassType: "ThingRuleList",
            },
        };
    }
}
`
const member = (owner: string, name: string, mark: string) =>
  `    /**\n    * Docs: {@link https://example.org/thing#${name} ${owner}#${name}}\n    */\n    readonly ${name}${mark}: string;\n`
const DECLARATIONS = `export interface ThingConfig extends cdktn.TerraformMetaArguments {
${member('Thing', 'name', '')}${member('Thing', 'size', '?')}${member('Thing', 'rule', '')}}
export interface ThingRule {
${member('Thing', 'port', '?')}}
`

test('reads what a resource takes, what of it has to be there, and what it tells besides', () => {
  expect(readArguments(CODE, DECLARATIONS)).toEqual({
    required: ['name'],
    optional: ['size'],
    blocks: { rule: { required: [], optional: ['port'], blocks: {}, isRequired: true } },
    attributes: ['arn', 'entry'],
  })
})

test('says what it does not find', () => {
  expect(() => readArguments('class Other {}', '')).toThrow('The code has no class of a resource')
  expect(() => readArguments(CODE, '')).toThrow('The declarations have no interface ThingConfig')
  expect(() => readArguments(CODE.replace('function thingRule', 'function other'), DECLARATIONS)).toThrow(
    'The code has no function thingRuleToHclTerraform(struct) {',
  )
})
