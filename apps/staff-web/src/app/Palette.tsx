import { useQuery } from '@apollo/client/react'
import { parseReference } from '@sila/domain/reference'
import { Bdi, Code } from '@sila/ui/Bdi'
import { Dialog } from '@sila/ui/Dialog'
import { SearchIcon } from '@sila/ui/icons'
import { useId, useState, type KeyboardEvent, type ReactNode } from 'react'
import { useNavigate } from 'react-router'
import { PaletteSearchDocument } from '../generated/graphql.ts'
import { activateLanguage, appLanguages, ownNames } from '../i18n/i18n.ts'
import { useT } from '../i18n/useT.ts'
import { OwnScript } from '../shared/OwnScript.tsx'
import { useDebounced } from '../shared/useDebounced.ts'
import { useSession } from '../session/Session.tsx'
import { rooms, savedViews } from './nav.ts'
import { applyTheme, themes } from './theme.ts'
import styles from './Palette.module.css'

type Choice = { id: string; text: ReactNode; find: string; hint?: ReactNode; act: () => void }
type Props = {
  onOpenChange: (open: boolean) => void
  onRecord: () => void
  onHelp: () => void
  /** Missing where one may not. */
  onEmergency?: ((reference?: string) => void) | undefined
}

/** One field for finding and doing: matters, people, rooms, acts. */
export function Palette({ onOpenChange, onRecord, onHelp, onEmergency }: Props) {
  const { t } = useT()
  const id = useId()
  const [text, setText] = useState('')
  const [place, setPlace] = useState(0)
  const choices = useChoices(text, { onRecord, onHelp, onEmergency })
  const at = Math.min(place, Math.max(0, choices.length - 1))

  const choose = (choice: Choice | undefined): void => {
    if (!choice) return
    onOpenChange(false)
    choice.act()
  }
  function onKeyDown(event: KeyboardEvent): void {
    if (event.nativeEvent.isComposing) return
    if (event.code === 'ArrowDown') setPlace(Math.min(at + 1, choices.length - 1))
    else if (event.code === 'ArrowUp') setPlace(Math.max(at - 1, 0))
    else if (event.code === 'Enter') choose(choices[at])
    else return
    event.preventDefault()
  }

  return (
    <Dialog isOpen onOpenChange={onOpenChange} title={t('nav.search')} closeLabel={t('app.close')}>
      <div className={styles.palette}>
        <span className={styles.field}>
          <SearchIcon size={18} />
          <input
            role="combobox"
            aria-expanded
            aria-controls={`${id}-list`}
            aria-activedescendant={choices[at] && `${id}-${at}`}
            aria-label={t('nav.search')}
            placeholder={t('palette.placeholder')}
            dir="auto"
            autoFocus
            value={text}
            onChange={(event) => {
              setText(event.currentTarget.value)
              setPlace(0)
            }}
            onKeyDown={onKeyDown}
          />
        </span>
        <ul id={`${id}-list`} role="listbox" aria-label={t('palette.results')} className={styles.list}>
          {choices.map((choice, index) => (
            <li
              key={choice.id}
              id={`${id}-${index}`}
              role="option"
              aria-selected={index === at}
              className={styles.choice}
              onPointerMove={() => setPlace(index)}
              onClick={() => choose(choice)}
            >
              <span className={styles.text}>{choice.text}</span>
              {choice.hint && <span className={styles.hint}>{choice.hint}</span>}
            </li>
          ))}
        </ul>
        {choices.length === 0 && <p className={styles.none}>{t('palette.none')}</p>}
      </div>
    </Dialog>
  )
}

function useChoices(text: string, { onRecord, onHelp, onEmergency }: Omit<Props, 'onOpenChange'>): Choice[] {
  const { t, language } = useT()
  const { may, masked } = useSession()
  const navigate = useNavigate()
  const search = useDebounced(text.trim(), 180)
  const { data } = useQuery(PaletteSearchDocument, {
    variables: { search: parseReference(search)?.reference ?? search },
    skip: search.length < 2 || masked || !may('interaction.read'),
  })
  const go = (to: string) => () => void navigate(to)
  const found: Choice[] =
    search.length < 2
      ? []
      : [
          ...(data?.interactions.nodes ?? []).map(
            ({ id, reference, subject, language: own, beneficiary }) => ({
              id,
              find: '',
              text: <OwnScript language={own}>{subject}</OwnScript>,
              hint: (
                <>
                  <Code>{reference}</Code> {beneficiary && <Bdi>{beneficiary.name}</Bdi>}
                </>
              ),
              act: go(`/inbox/${id}`),
            }),
          ),
          ...(data?.beneficiaries.nodes ?? []).map(({ id, name, number }) => ({
            id,
            find: '',
            text: <Bdi>{name}</Bdi>,
            hint: <Code>{number}</Code>,
            act: go(`/beneficiaries/${id}`),
          })),
          ...(data?.requests.nodes ?? []).map(({ id, reference, beneficiary }) => ({
            id,
            find: '',
            text: <Bdi>{beneficiary?.name ?? t('person.anonymous')}</Bdi>,
            hint: <Code>{reference}</Code>,
            act: go(`/requests/${id}`),
          })),
          ...(may('interaction.read') && !masked
            ? [
                {
                  id: 'search-inbox',
                  find: '',
                  text: t('palette.searchInbox', { text: search }),
                  act: go(`/inbox?${new URLSearchParams({ search }).toString()}`),
                },
              ]
            : []),
        ]
  const named = parseReference(text)
  const isFound =
    data === undefined ||
    [...data.interactions.nodes, ...data.requests.nodes].some(
      ({ reference }) => reference === named?.reference,
    )
  // A reference that one knows and does not see: it may not be there, or not be one's own.
  const emergency: Choice[] =
    onEmergency && named && named.prefix !== 'B' && !isFound
      ? [
          {
            id: 'emergency',
            find: '',
            text: t('emergency.openNamed', { reference: named.reference }),
            hint: t('palette.do'),
            act: () => onEmergency(named.reference),
          },
        ]
      : []
  const commands: Choice[] = [
    ...rooms
      .filter(({ permission }) => may(permission))
      .map(({ to, label }) => ({
        id: to,
        find: t(label),
        text: t(label),
        hint: t('palette.go'),
        act: go(to),
      })),
    ...(may('interaction.read') ? savedViews : []).map(({ folder }) => {
      const name = t(`inbox.folder.${folder}`)
      return {
        id: folder,
        find: name,
        text: name,
        hint: t('nav.savedViews'),
        act: go(`/inbox?folder=${folder}`),
      }
    }),
    ...(may('interaction.record')
      ? [{ id: 'record', find: t('nav.record'), text: t('nav.record'), hint: t('palette.do'), act: onRecord }]
      : []),
    ...(onEmergency
      ? [
          {
            id: 'emergency-any',
            find: t('emergency.open'),
            text: t('emergency.open'),
            hint: t('palette.do'),
            act: () => onEmergency(),
          },
        ]
      : []),
    { id: 'help', find: t('nav.shortcuts'), text: t('nav.shortcuts'), hint: t('palette.do'), act: onHelp },
    ...appLanguages
      .filter((other) => other !== language)
      .map((other) => ({
        id: other,
        find: ownNames[other],
        text: ownNames[other],
        hint: t('palette.do'),
        act: () => void activateLanguage(other),
      })),
    ...themes.map((theme) => ({
      id: theme,
      find: t(`theme.${theme}`),
      text: t(`theme.${theme}`),
      hint: t('palette.do'),
      act: () => applyTheme(theme),
    })),
  ]
  const wanted = text.trim().toLocaleLowerCase()
  return [...emergency, ...found, ...commands.filter(({ find }) => find.toLocaleLowerCase().includes(wanted))]
}
