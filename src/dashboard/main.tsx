import { createRoot } from 'react-dom/client';
import { App } from './app/app.tsx';
import { startLanguage } from './app/language.ts';
import './dashboard.css';

await startLanguage();
createRoot(document.getElementById('dashboard')!).render(<App />);
