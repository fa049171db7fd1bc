CREATE TABLE teams (id int PRIMARY KEY, boss text);
CREATE TABLE docs (id int, team_id int);
CREATE FUNCTION is_boss(team int) RETURNS boolean LANGUAGE sql STABLE AS $$ SELECT true $$;
CREATE POLICY p ON docs USING (EXISTS (SELECT FROM teams WHERE teams.id = docs.team_id AND boss = CURRENT_USER));
CREATE POLICY q ON docs FOR DELETE USING (is_boss(team_id));
