import { useState } from 'react'
import { Button, ButtonLink } from '../src/Button.tsx'
import { Card } from '../src/Card.tsx'
import { Checkbox } from '../src/Checkbox.tsx'
import { Combobox } from '../src/Combobox.tsx'
import { DatePicker, type CalendarName } from '../src/DatePicker.tsx'
import { IconButton } from '../src/IconButton.tsx'
import {
  AddIcon,
  ArrowForwardIcon,
  BellIcon,
  CheckIcon,
  LightbulbIcon,
  MessageQuestionIcon,
  NoteIcon,
  SearchIcon,
  ShieldIcon,
} from '../src/icons.tsx'
import { Kbd } from '../src/Kbd.tsx'
import { NativeSelect } from '../src/NativeSelect.tsx'
import { RadioCards } from '../src/RadioCards.tsx'
import { ScaleInput } from '../src/ScaleInput.tsx'
import { Select } from '../src/Select.tsx'
import { TextArea } from '../src/TextArea.tsx'
import { TextInput } from '../src/TextInput.tsx'
import type { Words } from './words.ts'

export function Controls({ w, lang }: { w: Words; lang: string }) {
  const [kind, setKind] = useState<'ask' | 'suggest' | 'complain'>('ask')
  const [stars, setStars] = useState(4)
  const [face, setFace] = useState(3)
  const [nps, setNps] = useState(8)
  const [day, setDay] = useState('2026-11-22')
  const [calendar, setCalendar] = useState<CalendarName>('hijri')
  const [chosen, setChosen] = useState('bn')
  const [found, setFound] = useState<string | undefined>('ur')
  const languages = [
    { value: 'ar', label: w.arabic },
    { value: 'ur', label: w.urdu },
    { value: 'bn', label: w.bengali },
  ]
  const label = (value: number) => `${value} ${w.of} 5`
  return (
    <>
      <Card title="Button">
        <div className="line">
          <Button variant="primary" icon={<CheckIcon size={18} />} iconEnd={<Kbd>E</Kbd>}>
            {w.send}
          </Button>
          <Button icon={<AddIcon size={18} />}>{w.save}</Button>
          <Button variant="ghost">{w.cancel}</Button>
          <Button variant="danger">{w.remove}</Button>
          <Button variant="primary" busy>
            {w.sending}
          </Button>
          <Button disabled>{w.save}</Button>
          <Button size="small">{w.save}</Button>
          <Button size="large" variant="primary">
            {w.send}
          </Button>
          <ButtonLink href="#top" variant="ghost" iconEnd={<ArrowForwardIcon size={18} />}>
            {w.all}
          </ButtonLink>
          <IconButton label={w.notices} icon={<BellIcon />} count="3" />
          <IconButton label={w.newOne} icon={<AddIcon />} variant="secondary" />
          <IconButton label={w.open} icon={<NoteIcon />} pressed />
        </div>
      </Card>
      <div className="columns">
        <Card title="Field">
          <TextInput label={w.name} help={w.nameHelp} required />
          <TextInput id="phone" label={w.phone} type="tel" defaultValue="050123" error={w.phoneError} />
          <TextInput
            label={w.reference}
            placeholder="R-1043"
            optional={w.optional}
            icon={<SearchIcon size={18} />}
            dir="ltr"
          />
          <TextArea label={w.message} defaultValue={w.messageSample} count={w.count} />
        </Card>
        <Card title="Select">
          <NativeSelect label={w.language} options={languages} placeholder={w.choose} />
          <Select
            label={w.language}
            options={languages}
            value={chosen}
            onChange={setChosen}
            placeholder={w.choose}
          />
          <Combobox
            label={w.language}
            options={languages}
            value={found}
            onChange={setFound}
            emptyText={w.none}
            openLabel={w.open}
          />
          <DatePicker
            label={w.day}
            value={day}
            onChange={setDay}
            calendar={calendar}
            onCalendarChange={setCalendar}
            hijriLabel={w.hijri}
            gregorianLabel={w.gregorian}
          />
          <Checkbox label={w.consent} help={w.consentHelp} defaultChecked />
        </Card>
        <Card title="Choice">
          <RadioCards
            label={w.kind}
            name={`kind-${lang}`}
            value={kind}
            onChange={setKind}
            options={[
              { value: 'ask', label: w.ask, help: w.askHelp, icon: <MessageQuestionIcon /> },
              { value: 'suggest', label: w.suggest, icon: <LightbulbIcon /> },
              { value: 'complain', label: w.complain, help: w.complainHelp, icon: <ShieldIcon /> },
            ]}
          />
          <ScaleInput
            label={w.rate}
            name="stars"
            value={stars}
            onChange={setStars}
            low={w.low}
            high={w.high}
            optionLabel={label}
          />
          <ScaleInput
            label={w.rate}
            name="faces"
            kind="faces"
            value={face}
            onChange={setFace}
            low={w.low}
            high={w.high}
            optionLabel={label}
          />
          <ScaleInput
            label={w.rate}
            name="nps"
            kind="numbers"
            from={0}
            to={10}
            value={nps}
            onChange={setNps}
            optionLabel={String}
          />
        </Card>
      </div>
    </>
  )
}
