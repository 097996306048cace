import { createRoot } from 'react-dom/client';
import './links.css';
import { VisitApp } from './visit-app.tsx';

const root = document.getElementById('visit');
if (root) createRoot(root).render(<VisitApp token={window.location.hash.slice(1)} />);
