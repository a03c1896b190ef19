/** The way from the tasks to the playbooks. */
import { ListChecks } from 'lucide-react';
import { Link } from 'wouter';
import { useText } from '#renderer/i18n/locale.ts';
import './playbooks.css';

export function PlaybooksLink() {
  const { title } = useText('playbooks');
  return (
    <Link className="kz-play-link" href="/tasks/playbooks">
      <ListChecks size={14} strokeWidth={1.75} aria-hidden />
      {title}
    </Link>
  );
}
