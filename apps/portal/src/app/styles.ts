import '@sila/ui/tokens.css'
import '@sila/ui/base.css'
import './portal.css'
