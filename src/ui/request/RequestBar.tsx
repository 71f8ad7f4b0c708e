import { CornerDownLeft, Pin, SlidersHorizontal } from 'lucide-react'
import { type FormEvent, useState } from 'react'
import { Button } from '../kit/Button.tsx'
import { CONTROL, classNames } from '../kit/classNames.ts'
import { IconButton } from '../kit/IconButton.tsx'
import { lazyPart } from '../kit/lazyPart.tsx'
import { Select } from '../kit/Select.tsx'
import { useEngine, useStores } from '../kit/useStore.ts'
import { DestinationField } from './DestinationField.tsx'
import { SourceField } from './SourceField.tsx'
import { askingFor, serviceCalled } from './serviceCalled.ts'
import { VerdictLine } from './VerdictLine.tsx'

const PROTOCOLS = [
  { value: 'tcp', label: 'TCP' },
  { value: 'udp', label: 'UDP' },
  { value: 'icmp', label: 'Ping' },
]

const CallFields = lazyPart(async () => (await import('./CallFields.tsx')).CallFields)
const NEW_CALL = { action: '', resource: '', context: {} }

/** The question: who asks for what, by which protocol and port; under it the answer in a line. */
export function RequestBar() {
  const stores = useStores()
  const { engine, view } = stores
  const draft = useEngine((state) => state.draft)
  const asking = useEngine((state) => state.verdict.stale)
  const [problem, setProblem] = useState<string | null>(null)
  const [dirty, setDirty] = useState(false)
  const [more, setMore] = useState(false)
  const isAdvanced = more || draft.packetSize !== ''

  const ask = async (event?: FormEvent) => {
    event?.preventDefault()
    const meant = await serviceCalled(stores, engine.getState().draft)
    if (meant) set(meant)
    const sentence = await engine.getState().ask()
    setProblem(sentence)
    if (sentence === null) view.getState().showPanel('trace')
  }
  const set = (fields: Parameters<ReturnType<typeof engine.getState>['setDraft']>[0]) => {
    setProblem(null)
    engine.getState().setDraft(fields)
  }
  /** Chosen from a list: asked at once, where all else is there. */
  const choose = (fields: Parameters<typeof set>[0]) => {
    set(fields)
    if (engine.getState().draft.to !== '' && engine.getState().draft.from !== '') void ask()
  }
  return (
    <section aria-label="Request" className="border-line border-b bg-surface">
      <form data-request onSubmit={ask} className="flex flex-wrap items-center gap-1.5 px-3 pt-2 pb-1.5">
        <SourceField from={draft.from} onPick={(from) => choose({ from })} />
        <span aria-hidden className="text-faint">
          →
        </span>
        <DestinationField
          onType={(to) => set({ to })}
          onPick={({ value, protocol, port }) => choose(askingFor({ to: value, protocol, port }))}
          onEnter={ask}
          onDirty={setDirty}
        />
        <Select
          label="Protocol"
          className="w-[66px]"
          value={draft.protocol}
          options={PROTOCOLS}
          onChange={(protocol) => set({ protocol: protocol as typeof draft.protocol })}
        />
        <input
          aria-label="Port"
          inputMode="numeric"
          placeholder="Port"
          maxLength={5}
          autoComplete="off"
          disabled={draft.protocol === 'icmp'}
          value={draft.protocol === 'icmp' ? '' : draft.port}
          onChange={(event) => set({ port: event.target.value })}
          className={classNames(CONTROL, 'w-13! font-mono text-xs')}
        />
        {isAdvanced && (
          <input
            aria-label="Packet size in bytes"
            data-tip="Bytes of the largest packet, its IP header included. Empty: small enough for every link."
            inputMode="numeric"
            placeholder="Bytes"
            maxLength={5}
            autoComplete="off"
            value={draft.packetSize}
            onChange={(event) => set({ packetSize: event.target.value })}
            className={classNames(CONTROL, 'w-15! font-mono text-xs')}
          />
        )}
        <IconButton
          label={isAdvanced ? 'Without a packet size' : 'More about the request: its packet size'}
          aria-expanded={isAdvanced}
          icon={<SlidersHorizontal aria-hidden size={14} />}
          onClick={() => {
            setMore(!isAdvanced)
            if (isAdvanced) set({ packetSize: '' })
          }}
        />
        {draft.api ? null : (
          <Button
            look="ghost"
            data-tip="And what is asked of AWS with it: allowed or denied by the policies of the design"
            onClick={() => set({ api: NEW_CALL })}
          >
            and call …
          </Button>
        )}
        <Button type="submit" look="primary" aria-busy={asking} icon={<CornerDownLeft aria-hidden size={14} />}>
          Ask
        </Button>
        <PinButton />
        {draft.api ? <CallFields api={draft.api} onChange={set} onPick={choose} /> : null}
      </form>
      <VerdictLine problem={problem} dirty={dirty} />
    </section>
  )
}

function PinButton() {
  const { actions } = useStores()
  const asked = useEngine((state) => state.asked)
  return (
    <IconButton
      label="Pin this request: it is asked again with every change"
      icon={<Pin aria-hidden size={16} />}
      disabled={asked === null}
      onClick={() => actions.pinCurrent()}
    />
  )
}
