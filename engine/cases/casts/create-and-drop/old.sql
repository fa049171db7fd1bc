create type public.money_amount as (amount numeric, currency text);
create function public.amount_of(public.money_amount) returns numeric language sql immutable as 'select ($1).amount';
