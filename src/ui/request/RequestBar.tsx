import { CornerDownLeft, Pin, SlidersHorizontal } from 'lucide-react'
import { type FormEvent, useMemo, useState } from 'react'
import { Button } from '../kit/Button.tsx'
import { Combobox } from '../kit/Combobox.tsx'
import { CONTROL, classNames } from '../kit/classNames.ts'
import { IconButton } from '../kit/IconButton.tsx'
import { Select } from '../kit/Select.tsx'
import { useDraft } from '../kit/useDraft.ts'
import { useDesign, useEngine, useStores } from '../kit/useStore.ts'
import { listSources } from './listSources.ts'
import { useSuggestions } from './useSuggestions.ts'
import { VerdictLine } from './VerdictLine.tsx'

const PROTOCOLS = [
  { value: 'tcp', label: 'TCP' },
  { value: 'udp', label: 'UDP' },
  { value: 'icmp', label: 'Ping' },
]

/** The question: who asks for what, by which protocol and port; under it the answer in a line. */
export function RequestBar() {
  const { engine, view } = useStores()
  const draft = useEngine((state) => state.draft)
  const asking = useEngine((state) => state.verdict.stale)
  const [problem, setProblem] = useState<string | null>(null)
  const [more, setMore] = useState(false)
  const isAdvanced = more || draft.packetSize !== ''

  const ask = async (event?: FormEvent) => {
    event?.preventDefault()
    const sentence = await engine.getState().ask()
    setProblem(sentence)
    if (sentence === null) view.getState().showPanel('trace')
  }
  const set = (fields: Parameters<ReturnType<typeof engine.getState>['setDraft']>[0]) => {
    setProblem(null)
    engine.getState().setDraft(fields)
  }
  return (
    <section aria-label="Request" className="border-line border-b bg-surface">
      <form data-request onSubmit={ask} className="flex flex-wrap items-center gap-1.5 px-3 pt-2 pb-1.5">
        <SourceField from={draft.from} onChange={(from) => set({ from })} />
        <span aria-hidden className="text-faint">
          →
        </span>
        <DestinationField onAsk={ask} onChange={set} />
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
        <Button type="submit" look="primary" aria-busy={asking} icon={<CornerDownLeft aria-hidden size={14} />}>
          Ask
        </Button>
        <PinButton />
      </form>
      <VerdictLine problem={problem} />
    </section>
  )
}

function SourceField({ from, onChange }: { readonly from: string; readonly onChange: (from: string) => void }) {
  const design = useDesign((state) => state.design)
  const options = useMemo(() => listSources(design, from), [design, from])
  return <Select label="From" className="w-36 min-[1600px]:w-56" value={from} options={options} onChange={onChange} />
}

interface DestinationFieldProps {
  readonly onAsk: () => void
  readonly onChange: (fields: { to: string; protocol?: 'tcp' | 'udp' | 'icmp'; port?: string }) => void
}

function DestinationField({ onAsk, onChange }: DestinationFieldProps) {
  const from = useEngine((state) => state.draft.from)
  const to = useEngine((state) => state.draft.to)
  const options = useSuggestions(from)
  const draft = useDraft({ value: to, problem: () => null, commit: (text) => onChange({ to: text }) })
  return (
    <Combobox
      label="Destination: host name, address or construct"
      placeholder="Host name, address or construct"
      className="min-w-48 grow basis-48"
      draft={draft}
      options={options}
      onEnter={onAsk}
      onPick={(option) => {
        const picked = options.find((one) => one === option)?.suggestion
        onChange(
          picked
            ? { to: picked.to, protocol: picked.protocol, port: picked.port === null ? '' : String(picked.port) }
            : { to: option.value },
        )
      }}
    />
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
