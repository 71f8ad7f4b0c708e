import { Copy, Ellipsis, Trash2 } from 'lucide-react'
import { useMemo, useRef } from 'react'
import { type Construct, createConstruct, definitionOf, formOf } from '../../core/model/index.ts'
import { Glyph, glyphOf, kindColour } from '../constructs/index.ts'
import { IconButton } from '../kit/IconButton.tsx'
import { LearnMore } from '../kit/LearnMore.tsx'
import { Menu } from '../kit/Menu.tsx'
import { nameOfConstruct } from '../kit/nameOfConstruct.ts'
import { TextField } from '../kit/TextField.tsx'
import { useStores } from '../kit/useStore.ts'
import { ConstructFindings } from './ConstructFindings.tsx'
import { ContainerField } from './ContainerField.tsx'
import { ContainerPath } from './ContainerPath.tsx'
import { createEditing } from './createEditing.ts'
import { DerivedSections } from './DerivedSections.tsx'
import { EditingContext } from './EditingContext.ts'
import { FieldList } from './FieldList.tsx'
import { LifeCycle } from './LifeCycle.tsx'
import { Needs } from './Needs.tsx'
import { useSelectionActions } from './SelectionActions.ts'
import { UsedBy } from './UsedBy.tsx'
import { useFocusedPlace } from './useFocusedPlace.ts'

/** One construct: its name and fields, what follows from them, what is wrong with it and who uses it. */
export function ConstructInspector({ construct }: { readonly construct: Construct }) {
  const stores = useStores()
  const own = useRef<HTMLDivElement>(null)
  useFocusedPlace(own, construct.id)
  const editing = useMemo(() => createEditing(stores, construct), [stores, construct])
  const definition = definitionOf(construct.kind)
  const form = formOf(construct.kind)
  const blank = useMemo(
    () => createConstruct(construct.kind, construct.id, '', '') as unknown as Record<string, unknown>,
    [construct.kind, construct.id],
  )
  const selected = useSelectionActions()
  const items = [
    { label: 'Duplicate', keys: 'Ctrl+D', icon: <Copy size={14} />, onSelect: () => selected.duplicate() },
    { label: 'Delete', keys: 'Del', danger: true, icon: <Trash2 size={14} />, onSelect: () => selected.remove() },
  ]
  return (
    <EditingContext value={editing}>
      <div ref={own} data-path="" tabIndex={-1} className="pb-6 outline-none">
        <header className="px-3 pt-3 pb-2">
          <div className="flex items-center gap-2">
            <span aria-hidden style={{ color: kindColour(construct.kind) }}>
              <Glyph kind={glyphOf(construct)} size={20} />
            </span>
            <h2 className="grow truncate font-semibold text-sm">{definition.title}</h2>
            <Menu label="Actions" items={items} align="end">
              {(trigger) => <IconButton {...trigger} label="Actions" icon={<Ellipsis aria-hidden size={16} />} />}
            </Menu>
          </div>
          <ContainerPath id={construct.id} />
        </header>
        <div className="flex flex-col gap-3 px-3 pb-4">
          <div data-path="name" tabIndex={-1} className="outline-none">
            <TextField
              label="Name"
              value={construct.name}
              maxLength={120}
              placeholder={construct.id}
              onCommit={(name) =>
                editing.commit(['name'], name, `Rename ${nameOfConstruct(construct)} to ${name || construct.id}`)
              }
            />
          </div>
          <ContainerField construct={construct} />
          <ConstructFindings />
          <FieldList fields={form.fields} holder={construct} path={NO_PATH} blank={blank} />
        </div>
        <LifeCycle construct={construct} />
        {construct.kind === 'client' && construct.workloads.length > 0 && <Needs client={construct} />}
        <DerivedSections id={construct.id} />
        <UsedBy id={construct.id} />
        <footer className="border-line border-t px-3 pt-3">
          <p className="text-faint text-xs leading-4">{form.summary}</p>
          <LearnMore href={form.learnMore} />
        </footer>
      </div>
    </EditingContext>
  )
}

const NO_PATH = [] as const
