import ribbon from './ribbon.json' with { type: 'json' };

export type RibbonButton = { readonly action: string; readonly kind: string; readonly label: string; readonly tip: string };

/** Draws Waymark's tab of the ribbon as its manifest describes it; a test holds ribbon.json to the manifest's own source. */
export const drawRibbon = (place: HTMLElement, icon: string, press: (button: RibbonButton) => void): void => {
  const buttons = ribbon.buttons.map((button) => {
    const drawn = document.createElement('button');
    drawn.type = 'button';
    drawn.title = button.tip;
    const picture = new Image(16, 16);
    picture.src = icon;
    picture.alt = '';
    drawn.append(picture, button.label);
    drawn.addEventListener('click', () => press(button));
    return drawn;
  });
  const group = document.createElement('div');
  group.className = 'group';
  group.role = 'group';
  group.ariaLabel = `${ribbon.tab}, ${ribbon.group}`;
  group.append(...buttons);
  place.replaceChildren(group);
};
