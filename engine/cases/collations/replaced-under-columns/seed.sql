insert into public.t values (1, 'Äpfel', 'b'), (2, 'Birnen', null);
