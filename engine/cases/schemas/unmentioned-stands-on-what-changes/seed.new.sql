INSERT INTO public.users VALUES (1, 40), (2, 50);
INSERT INTO reporting.notes VALUES (1, 1, 'fine'), (2, 2, 'bad');
