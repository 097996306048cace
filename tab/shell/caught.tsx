import { Component, type ReactNode } from 'react';

/** The last net: a fault in a page leaves one plain sentence and a way on, not a white screen. */
export class Caught extends Component<{ children: ReactNode }, { fault: boolean }> {
  override state = { fault: false };

  static getDerivedStateFromError() {
    return { fault: true };
  }

  override render() {
    if (!this.state.fault) return this.props.children;
    return (
      <main style={{ font: '14px/20px sans-serif', padding: 24 }}>
        <h1 style={{ fontSize: 20 }}>This page stopped</h1>
        <p>A fault in Waymark stopped this page. What was saved is safe.</p>
        <p>
          <a href="/tab/today">Open Today</a>
        </p>
      </main>
    );
  }
}
