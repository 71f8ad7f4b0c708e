import { Plus } from 'lucide-react'
import { createConstruct, type Edit, listOfKind, newId } from '../../core/model/index.ts'
import { Glyph } from '../constructs/index.ts'
import { Button } from '../kit/Button.tsx'
import { TextField } from '../kit/TextField.tsx'
import { useDesign, useStores } from '../kit/useStore.ts'
import { RulesAsOf } from './RulesAsOf.tsx'

type Settings = Extract<Edit, { kind: 'settings' }>['fields']

/** The design as a whole: title, description, the rules it is judged by, its accounts. */
export function DesignSettings() {
  const stores = useStores()
  const design = useDesign((state) => state.design)
  const set = (label: string, fields: Settings) => stores.design.getState().apply(label, [{ kind: 'settings', fields }])
  const addAccount = () => {
    const id = newId(design, 'account')
    const construct = createConstruct('account', id, `Account ${id.replace('account-', '')}`, '')
    stores.design.getState().apply(`Add ${construct.name}`, [{ kind: 'add', construct }])
    stores.design.getState().select([id])
  }
  return (
    <div className="flex flex-col gap-3 p-3">
      <header>
        <h2 className="font-semibold text-sm">Design</h2>
        <p className="mt-0.5 text-faint text-xs">
          Nothing is selected. Select something on the canvas to edit it here.
        </p>
      </header>
      <TextField
        label="Title"
        value={design.title}
        maxLength={200}
        onCommit={(title) => set('Change the title', { title })}
      />
      <TextField
        label="Description"
        multiline
        value={design.description}
        maxLength={2000}
        onCommit={(description) => set('Change the description', { description })}
      />
      <RulesAsOf
        value={design.rulesAsOf}
        onChange={(rulesAsOf) => set(`Use the rules as of ${rulesAsOf}`, { rulesAsOf })}
      />
      <section>
        <h3 className="mb-1 text-soft text-xs">Accounts</h3>
        <ul>
          {listOfKind(design, 'account').map((account) => (
            <li key={account.id}>
              <button
                type="button"
                className="flex h-8 w-full cursor-pointer items-center gap-2 rounded-md px-1.5 text-left hover:bg-hover"
                onClick={() => stores.design.getState().select([account.id])}
              >
                <Glyph kind="account" size={18} />
                <span className="grow truncate">{account.name || account.id}</span>
                <span className="font-mono text-faint text-xs">{account.accountId}</span>
              </button>
            </li>
          ))}
        </ul>
        <Button look="ghost" className="mt-1 -ml-1" icon={<Plus aria-hidden size={14} />} onClick={addAccount}>
          Add account
        </Button>
      </section>
    </div>
  )
}
