import { QueryClientProvider } from '@tanstack/react-query'
import { lazy, StrictMode, Suspense } from 'react'
import { createRoot } from 'react-dom/client'
import { BrowserRouter, Route, Routes } from 'react-router'
import { accessPages } from './faces/desk/access/index.tsx'
import { HomePage } from './faces/HomePage.tsx'
import { sessionPages } from './faces/me/session/index.tsx'
import { NotFoundPage } from './faces/NotFoundPage.tsx'
import { SignedIn } from './faces/SignedIn.tsx'
import { makeQueryClient } from './ui/api/query-client.ts'
import { FieldParts } from './ui/field-part.ts'
import { MeParts } from './ui/me-part.ts'
import { type Face, faceOf, type ModuleWeb } from './ui/page-entry.ts'
import { LoadingState } from './ui/parts/LoadingState.tsx'
import { PersonParts } from './ui/person-part.ts'
import { askPersonalSession } from './ui/personal/use-personal.ts'
import { PlaceParts } from './ui/place-part.ts'
import { applyLook, watchPaper } from './ui/state/look.ts'
import { language, ready } from './ui/text/language.ts'
import { TodayParts } from './ui/today-part.ts'
import './ui/styles/base.css'
import './ui/styles/parts.css'

/** Modules to pages. A module's `web/index.tsx` holds only paths, labels and lazy pages, so every face may know them all. */
const modules: ModuleWeb[] = Object.values(import.meta.glob<ModuleWeb>('./modules/*/web/index.tsx', { eager: true })).concat({
  pages: [...accessPages, ...sessionPages],
})
const pages = modules.flatMap((module) => module.pages)
const personParts = modules.flatMap((module) => module.personParts ?? [])
const placeParts = modules.flatMap((module) => module.placeParts ?? [])
const meParts = modules.flatMap((module) => module.meParts ?? [])
const todayParts = modules.flatMap((module) => module.todayParts ?? [])
const fieldParts = modules.flatMap((module) => module.fieldParts ?? [])

const DeskFrame = lazy(() => import('./faces/desk/DeskFrame.tsx').then((module) => ({ default: module.DeskFrame })))
const DeskHome = lazy(() => import('./faces/desk/DeskHome.tsx').then((module) => ({ default: module.DeskHome })))
const SignInPage = lazy(() => import('./faces/desk/SignInPage.tsx').then((module) => ({ default: module.SignInPage })))
const KitPage = lazy(() => import('./faces/desk/kit/KitPage.tsx').then((module) => ({ default: module.KitPage })))
const MeFrame = lazy(() => import('./faces/me/MeFrame.tsx').then((module) => ({ default: module.MeFrame })))
const MeHome = lazy(() => import('./faces/me/MeHome.tsx').then((module) => ({ default: module.MeHome })))
const OpenFrame = lazy(() => import('./faces/open/OpenFrame.tsx').then((module) => ({ default: module.OpenFrame })))
const OpenHome = lazy(() => import('./faces/open/OpenHome.tsx').then((module) => ({ default: module.OpenHome })))

const routesOf = (face: Face) =>
  pages
    .filter((page) => faceOf(page) === face && !page.isBare)
    .map(({ path, element: Page }) => <Route key={path} path={path} element={<Page />} />)

/** Pages without a frame. */
const bareRoutes = () =>
  pages.filter(({ isBare }) => isBare).map(({ path, element: Page }) => <Route key={path} path={path} element={<Page />} />)

function App() {
  return (
    <Routes>
      <Route
        path="/"
        element={
          <SignedIn anyone>
            <HomePage pages={pages} />
          </SignedIn>
        }
      />
      <Route path="/sign-in" element={<SignInPage />} />
      <Route path="/kit" element={<KitPage />} />
      {bareRoutes()}
      <Route
        element={
          <SignedIn>
            <DeskFrame modules={modules} />
          </SignedIn>
        }
      >
        <Route path="/desk" element={<DeskHome pages={pages} />} />
        {routesOf('desk')}
        <Route path="/desk/*" element={<NotFoundPage />} />
      </Route>
      <Route element={<MeFrame />}>
        <Route path="/me" element={<MeHome pages={pages} />} />
        {routesOf('me')}
        <Route path="/me/*" element={<NotFoundPage />} />
      </Route>
      <Route element={<OpenFrame />}>
        <Route path="/open" element={<OpenHome pages={pages} />} />
        {routesOf('open')}
        <Route path="/open/*" element={<NotFoundPage />} />
      </Route>
      <Route path="*" element={<NotFoundPage />} />
    </Routes>
  )
}

const queries = makeQueryClient()
// Meanwhile the frame of /me is on its way.
if (/^\/me(\/|$)/.test(window.location.pathname)) void askPersonalSession(queries)

await ready
applyLook()
watchPaper()
document.documentElement.lang = language()
const root = document.getElementById('root')
if (root) {
  createRoot(root).render(
    <StrictMode>
      <QueryClientProvider client={queries}>
        <BrowserRouter>
          <PersonParts value={personParts}>
            <PlaceParts value={placeParts}>
              <TodayParts value={todayParts}>
                <MeParts value={meParts}>
                  <FieldParts value={fieldParts}>
                    <Suspense fallback={<LoadingState />}>
                      <App />
                    </Suspense>
                  </FieldParts>
                </MeParts>
              </TodayParts>
            </PlaceParts>
          </PersonParts>
        </BrowserRouter>
      </QueryClientProvider>
    </StrictMode>,
  )
}
